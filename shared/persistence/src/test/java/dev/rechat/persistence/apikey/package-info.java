/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.apikey;

import org.jspecify.annotations.NullMarked;
