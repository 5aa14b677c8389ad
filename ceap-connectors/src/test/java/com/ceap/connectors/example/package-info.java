/** The connector that docs/how-to/add-a-connector.md walks through. */
package com.ceap.connectors.example;
