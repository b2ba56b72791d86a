// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs a limited number of tasks at once: those with the lowest turn first, and tasks with the same turn in the order of
 * their arrival. So an upload that began earlier ends earlier, and short calls do not wait for uploads. Lanes can also be
 * shared evenly between the turns. Thread-safe.
 */
public final class Lanes implements Executor {

    /** The turn of tasks that come before those of all uploads. */
    public static final long FIRST = 0;

    private final LanePool pool;
    private final long turn;
    private final Surroundings surroundings;
    private final boolean continuing;

    /**
     * @param threads run the tasks
     * @param most the largest number of tasks at once
     */
    public Lanes(Executor threads, int most) {
        this(threads, threads, most);
    }

    /** @param later runs a task that has waited for a lane whose thread the machine does not start */
    public Lanes(Executor threads, Executor later, int most) {
        this(new LanePool.InTurn(threads, later, most), FIRST, Surroundings.NONE, false);
    }

    private Lanes(LanePool pool, long turn, Surroundings surroundings, boolean continuing) {
        this.pool = pool;
        this.turn = turn;
        this.surroundings = surroundings;
        this.continuing = continuing;
    }

    /** Returns the same lanes for tasks with this turn. */
    public Lanes withTurn(long other) {
        return new Lanes(pool, other, surroundings, continuing);
    }

    /** Returns the same lanes for tasks with these surroundings. */
    Lanes in(Surroundings others) {
        return new Lanes(pool, turn, others, continuing);
    }

    /**
     * Returns the same lanes for tasks that follow from another one. If that one runs on a lane, has the same turn and
     * gives the new task as the last thing it does, the new one runs after it on its thread, which saves waking another.
     * Only the first task that it gives does so, and only if no task that waits comes before.
     */
    public Lanes continuing() {
        return new Lanes(pool, turn, surroundings, true);
    }

    /**
     * Returns other lanes, which are shared evenly: each turn always has one, and as long as there are not more of them
     * than here, a turn may have several. A lane that becomes free is for the turn that has the fewest.
     *
     * @param threads run the tasks
     */
    public Lanes sharedOn(Executor threads) {
        return new Lanes(new LanePool.Shared(threads, pool.most()), FIRST, surroundings, continuing);
    }

    /** Returns the largest number of tasks at once. */
    public int most() {
        return pool.most();
    }

    /** Returns how many tasks more could run now. */
    public int free() {
        return Math.max(0, pool.most() - pool.running());
    }

    /** @throws RejectedExecutionException if the threads have ended; {@link NoMoreThreads} if no more can be started */
    @Override
    public void execute(Runnable task) {
        LanePool.Waiting arrived = pool.arrived(surroundings.around(task), turn);
        if (!continuing || !pool.continuesWith(arrived)) {
            pool.execute(arrived);
        }
    }
}
