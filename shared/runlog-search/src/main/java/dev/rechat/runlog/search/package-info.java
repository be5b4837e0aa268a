/** The store of run logs on Elasticsearch or OpenSearch, and how it is configured. */
@NullMarked
package dev.rechat.runlog.search;

import org.jspecify.annotations.NullMarked;
