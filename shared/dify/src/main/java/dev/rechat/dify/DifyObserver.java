package dev.rechat.dify;

/** Is told of what goes wrong with Dify, so that it can be counted. In a Micronaut application every bean of this type is. */
@FunctionalInterface
public interface DifyObserver {

    /** A call failed, or a stream broke; one that is made again counts each time. Any thread; must not throw. */
    void failed(DifyException failure);
}
