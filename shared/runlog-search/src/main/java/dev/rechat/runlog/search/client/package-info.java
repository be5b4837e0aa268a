/** Requests to a search server: connections, signatures, retries, and what failures mean. */
@NullMarked
package dev.rechat.runlog.search.client;

import org.jspecify.annotations.NullMarked;
