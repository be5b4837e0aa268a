/** Tests of retries. */
@NullMarked
package dev.rechat.runlog.search.client;

import org.jspecify.annotations.NullMarked;
