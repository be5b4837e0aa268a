/** Folders that a person keeps conversations in; every query carries the owner. */
@NullMarked
package dev.rechat.persistence.folder;

import org.jspecify.annotations.NullMarked;
