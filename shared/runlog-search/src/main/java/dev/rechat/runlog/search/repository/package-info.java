/** The contract of run logs, in requests to a search server. */
@NullMarked
package dev.rechat.runlog.search.repository;

import org.jspecify.annotations.NullMarked;
