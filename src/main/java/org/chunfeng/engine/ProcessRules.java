package org.chunfeng.engine;

import java.util.List;

/** All entrances of one process; a bean beside each process. */
public interface ProcessRules {

    /** The process id. */
    String process();

    List<StepRules> steps();
}
