/** Client of Dify's Service API: applications of all modes, streaming and blocking; depends on nothing of ReChat. */
@NullMarked
package dev.rechat.dify;

import org.jspecify.annotations.NullMarked;
