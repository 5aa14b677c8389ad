/** Requests, answers, routes and problems of an HTTP API, whoever carries them. */
package com.ceap.serving.http;
