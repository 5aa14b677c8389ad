/** How an application calls the serving API: the code that docs/how-to shows. */
package com.ceap.client.example;
