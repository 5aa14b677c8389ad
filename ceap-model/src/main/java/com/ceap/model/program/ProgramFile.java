package com.ceap.model.program;

import java.nio.file.Path;

/** A program's file and what came of loading it. */
public record ProgramFile(Path file, LoadResult result) {}
