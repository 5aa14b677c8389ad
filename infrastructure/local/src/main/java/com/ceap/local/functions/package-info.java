/**
 * Runs the functions' zips as Lambda does: AWS's own Runtime Interface Client in a JVM of its own,
 * with a Runtime API before it and a stand-in for AWS's services behind it.
 */
package com.ceap.local.functions;
