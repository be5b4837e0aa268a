/** The server for people who host ReChat themselves: no database and no Dify of its own, every secret given to it. */
@NullMarked
package dev.rechat.local.hosted;

import org.jspecify.annotations.NullMarked;
