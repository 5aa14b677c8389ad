/**
 * The platform on AWS as CDK stacks, built from the same definitions as the code that uses them.
 */
package com.ceap.infrastructure;
