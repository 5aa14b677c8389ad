/**
 * A program: one YAML file, read into an immutable, validated {@link
 * com.ceap.model.program.Program}.
 */
package com.ceap.model.program;
