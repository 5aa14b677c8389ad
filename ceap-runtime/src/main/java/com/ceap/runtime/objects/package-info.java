/** Objects by key: S3 on AWS, a folder on one machine. */
package com.ceap.runtime.objects;
