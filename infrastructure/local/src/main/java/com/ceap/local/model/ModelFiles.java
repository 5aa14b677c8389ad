package com.ceap.local.model;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tribuo.Model;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * A folder of models: {@code <modelId>.tribuo} (Tribuo's protobuf) beside {@code <modelId>.json}
 * (the {@link ModelCard}).
 */
record ModelFiles(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  boolean has(LocalModel model) {
    return Files.isRegularFile(card(model)) && Files.isRegularFile(file(model));
  }

  /** The card comes last and names the file's hash: a half-written pair does not load. */
  void save(LocalModel model, LogisticFit fit, long seed, String dataSha256) throws IOException {
    Files.createDirectories(folder);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fit.model().serializeToStream(bytes);
    ModelCard card =
        ModelCard.of(model, fit.report(), seed, dataSha256, sha256(bytes.toByteArray()));
    replace(file(model), bytes.toByteArray());
    replace(card(model), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(card));
  }

  /**
   * Reads a model back.
   *
   * @throws CeapException MODEL_MISSING where it is absent, damaged or of another version
   */
  LinearScorer load(LocalModel model) {
    if (!has(model)) {
      throw unusable(model, "is not there", null);
    }
    try {
      byte[] bytes = Files.readAllBytes(file(model));
      check(model, JSON.readValue(card(model).toFile(), ModelCard.class), bytes);
      return LinearScorer.of(read(bytes), model.columnNames());
    } catch (IOException | RuntimeException e) {
      if (e instanceof CeapException known) {
        throw known;
      }
      throw unusable(model, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private void check(LocalModel model, ModelCard card, byte[] bytes) {
    if (card.formatVersion() != ModelCard.FORMAT_VERSION) {
      String versions = card.formatVersion() + ", not " + ModelCard.FORMAT_VERSION;
      throw unusable(model, "has format version " + versions, null);
    }
    if (!card.columns().equals(model.columnNames())) {
      String columns = card.columns() + ", not " + model.columnNames();
      throw unusable(model, "was trained on the columns " + columns, null);
    }
    if (!card.modelSha256().equals(sha256(bytes))) {
      throw unusable(model, "is not the file that its card describes", null);
    }
  }

  private static LinearSGDModel read(byte[] bytes) throws IOException {
    if (Model.deserializeFromStream(new ByteArrayInputStream(bytes)) instanceof LinearSGDModel m) {
      return m;
    }
    throw new IOException("it is no logistic regression");
  }

  private CeapException unusable(LocalModel model, String what, Throwable cause) {
    String message =
        "the model "
            + model.modelId()
            + " "
            + what
            + " ("
            + file(model)
            + "); "
            + LocalModelEndpoints.TRAIN_COMMAND
            + " trains it";
    return cause == null
        ? new CeapException(ErrorCode.MODEL_MISSING, message)
        : new CeapException(ErrorCode.MODEL_MISSING, message, cause);
  }

  private Path file(LocalModel model) {
    return folder.resolve(model.modelId() + ".tribuo");
  }

  private Path card(LocalModel model) {
    return folder.resolve(model.modelId() + ".json");
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.write(whole, bytes);
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
