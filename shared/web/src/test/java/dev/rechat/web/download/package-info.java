@NullMarked
package dev.rechat.web.download;

import org.jspecify.annotations.NullMarked;
