/** Groups of people, who is in them, and which apps are shown to them. */
@NullMarked
package dev.rechat.persistence.group;

import org.jspecify.annotations.NullMarked;
