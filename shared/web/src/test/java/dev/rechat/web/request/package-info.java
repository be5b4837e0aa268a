/** Tests of dev.rechat.web.request. */
@NullMarked
package dev.rechat.web.request;

import org.jspecify.annotations.NullMarked;
