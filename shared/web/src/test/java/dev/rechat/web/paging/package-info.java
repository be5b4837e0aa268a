/** Tests of dev.rechat.web.paging. */
@NullMarked
package dev.rechat.web.paging;

import org.jspecify.annotations.NullMarked;
