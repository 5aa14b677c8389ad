/** Templates of messages as they are published: every set kept, the newest pointed to. */
package com.ceap.lambdas.templates;
