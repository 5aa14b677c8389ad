package com.ceap.storage.dynamodb;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What the SDK throws, by our codes. Its messages may quote keys, so only their kind is kept. */
final class Errors {

  private Errors() {}

  /** Runs a call; {@code table} is for the message. */
  static <T> T translating(String table, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translated(table, e);
    }
  }

  private static CeapException translated(String table, SdkException e) {
    return switch (e) {
      case ResourceNotFoundException _ ->
          new CeapException(
              ErrorCode.TABLE_MISSING,
              "DynamoDB has no table '"
                  + table
                  + "', or it lacks the index: deploy the Storage stack",
              e);
      case TransactionConflictException _, TransactionInProgressException _ ->
          error(ErrorCode.STORE_CONFLICT, table, e);
      case ProvisionedThroughputExceededException _,
          RequestLimitExceededException _,
          LimitExceededException _ ->
          error(ErrorCode.STORE_THROTTLED, table, e);
      case InternalServerErrorException _ -> error(ErrorCode.STORE_UNAVAILABLE, table, e);
      case DynamoDbException service when service.isThrottlingException() ->
          error(ErrorCode.STORE_THROTTLED, table, e);
      case DynamoDbException service when rejected(service) ->
          error(ErrorCode.ARGUMENT_INVALID, table, e);
      default -> error(ErrorCode.STORE_UNAVAILABLE, table, e);
    };
  }

  private static boolean rejected(DynamoDbException e) {
    return e.awsErrorDetails() != null
        && "ValidationException".equals(e.awsErrorDetails().errorCode());
  }

  private static CeapException error(ErrorCode code, String table, SdkException e) {
    return new CeapException(
        code, "DynamoDB table '" + table + "': " + e.getClass().getSimpleName(), e);
  }
}
