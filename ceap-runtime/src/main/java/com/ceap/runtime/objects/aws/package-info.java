/** Objects in a bucket of S3. */
package com.ceap.runtime.objects.aws;
