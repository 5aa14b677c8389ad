/** What an answer can do without when it fails. */
package com.ceap.serving.dependency;
