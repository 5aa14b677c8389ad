package com.ceap.lambdas.queue.aws;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.ceap.endpoint.aws.AwsEndpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue on an endpoint, taken from as Lambda does. */
public final class Taken implements AutoCloseable {
  private final SqsClient client;
  private final String url;

  /** Creates the queue. */
  public Taken(AwsEndpoint endpoint, String name) {
    client =
        endpoint
            .called(SqsClient.builder())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    url = client.createQueue(request -> request.queueName(name)).queueUrl();
  }

  public String url() {
    return url;
  }

  public String arn() {
    return client
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  void send(String body) {
    client.sendMessage(request -> request.queueUrl(url).messageBody(body));
  }

  /** What waits in the queue, which it leaves. */
  public SQSEvent batch() {
    List<Message> messages =
        client
            .receiveMessage(
                request ->
                    request
                        .queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
            .messages();
    messages.forEach(
        message ->
            client.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(Taken::record).toList());
    return event;
  }

  private static SQSEvent.SQSMessage record(Message message) {
    SQSEvent.SQSMessage copy = new SQSEvent.SQSMessage();
    copy.setMessageId(message.messageId());
    copy.setBody(message.body());
    copy.setAttributes(message.attributesAsStrings());
    copy.setMessageAttributes(
        message.messageAttributes().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, attribute -> text(attribute.getValue().stringValue()))));
    return copy;
  }

  private static SQSEvent.MessageAttribute text(String value) {
    SQSEvent.MessageAttribute attribute = new SQSEvent.MessageAttribute();
    attribute.setStringValue(value);
    return attribute;
  }

  @Override
  public void close() {
    client.deleteQueue(request -> request.queueUrl(url));
    client.close();
  }
}
