/**
 * What every request gets: an id, a line in the log, a size limit, headers that keep answers out of caches; and {@link
 * dev.rechat.web.request.StrictRequest}, which every body of our API carries so that unknown fields are refused.
 */
@NullMarked
package dev.rechat.web.request;

import org.jspecify.annotations.NullMarked;
