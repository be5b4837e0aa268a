/** Budgets as they bind turns: reserved before Dify is asked, settled with what Dify told. */
@NullMarked
package dev.rechat.usage.budget;

import org.jspecify.annotations.NullMarked;
