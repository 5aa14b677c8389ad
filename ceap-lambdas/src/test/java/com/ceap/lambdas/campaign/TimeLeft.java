package com.ceap.lambdas.campaign;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** A function's invocation of which only the time that is left is known. */
record TimeLeft(int millis) implements Context {
  @Override
  public int getRemainingTimeInMillis() {
    return millis;
  }

  @Override
  public String getAwsRequestId() {
    return "request";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-west-1:123456789012:function:function";
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1_769;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("nobody asks");
  }
}
