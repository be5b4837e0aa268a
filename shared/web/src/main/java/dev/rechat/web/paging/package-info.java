/** Lists in pages: a limit, and an opaque cursor to go on with. */
@NullMarked
package dev.rechat.web.paging;

import org.jspecify.annotations.NullMarked;
