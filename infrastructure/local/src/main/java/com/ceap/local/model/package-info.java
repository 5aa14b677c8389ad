/**
 * The models that answer for SageMaker on one machine: training with Tribuo, files, serving, and
 * what they are worth on data they have not seen.
 */
package com.ceap.local.model;
