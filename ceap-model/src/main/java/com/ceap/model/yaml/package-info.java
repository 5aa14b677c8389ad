/** YAML read into a tree whose every key and value knows its line and its path. */
package com.ceap.model.yaml;
