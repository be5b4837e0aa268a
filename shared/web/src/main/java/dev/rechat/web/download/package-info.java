/** What browsers are told of the files that we give them. */
@NullMarked
package dev.rechat.web.download;

import org.jspecify.annotations.NullMarked;
