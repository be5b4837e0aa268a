/** Tests of dev.rechat.web.json. */
@NullMarked
package dev.rechat.web.json;

import org.jspecify.annotations.NullMarked;
