/** How log lines look, and which there are: set up in code, because reading XML would take a part of every cold start. */
@NullMarked
package dev.rechat.web.log;

import org.jspecify.annotations.NullMarked;
