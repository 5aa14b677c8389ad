/** The warehouse port on Amazon Athena and S3. */
package com.ceap.connectors.aws;
