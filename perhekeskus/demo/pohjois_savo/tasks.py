"""How the seven tasks are done here: the source of 2018–2020 does not tell, nor what families said."""

HOW_WE_DO_IT = {}
TASK_VOICES = []
