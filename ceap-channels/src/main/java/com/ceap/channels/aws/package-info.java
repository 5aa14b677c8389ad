/** Hands messages over to the providers on AWS, each message once. */
package com.ceap.channels.aws;
