/** The serving API as a Lambda function behind an HTTP API of API Gateway. */
package com.ceap.serving.aws;
