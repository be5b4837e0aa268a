/** The Dify apps that are there from the first start. */
@NullMarked
package dev.rechat.local.demo;

import org.jspecify.annotations.NullMarked;
