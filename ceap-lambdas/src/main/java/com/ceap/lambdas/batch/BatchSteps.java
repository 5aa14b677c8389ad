package com.ceap.lambdas.batch;

import com.ceap.model.program.Program;

/**
 * The steps of a program's batch, the same wherever it runs. Keep them as long as the process
 * lives: the models' circuit breakers are in them. Thread-safe.
 */
public record BatchSteps(
    Program program,
    DecisionPorts ports,
    ExtractStep extract,
    ChunkSteps chunk,
    SelectStep select,
    StoreStep store,
    CompleteStep complete,
    RunRecords records) {}
