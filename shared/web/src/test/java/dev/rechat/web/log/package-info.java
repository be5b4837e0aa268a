@NullMarked
package dev.rechat.web.log;

import org.jspecify.annotations.NullMarked;
