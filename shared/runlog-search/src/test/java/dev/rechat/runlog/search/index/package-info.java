/** Tests of what is made without a server: names and mappings. */
@NullMarked
package dev.rechat.runlog.search.index;

import org.jspecify.annotations.NullMarked;
