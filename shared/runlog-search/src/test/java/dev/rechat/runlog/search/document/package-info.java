/** Tests of records as documents. */
@NullMarked
package dev.rechat.runlog.search.document;

import org.jspecify.annotations.NullMarked;
