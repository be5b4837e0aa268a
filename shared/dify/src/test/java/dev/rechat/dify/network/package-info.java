@NullMarked
package dev.rechat.dify.network;

import org.jspecify.annotations.NullMarked;
