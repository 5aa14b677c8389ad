/** Raw records become unified, deduplicated candidates. */
package com.ceap.lambdas.etl;
