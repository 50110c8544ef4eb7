import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { Trash2 } from 'lucide-react';
import { ProblemError } from '../api/problem';
import { useConfirm } from './useConfirm';
import { useProblemText } from './useProblemText';

interface DeleteRecordProps {
  label: string;
  title: string;
  content: string;
  /** Said when it is done. */
  deleted: string;
  /** Said of what stays because something refers to it; the common words when left out. */
  referred?: string;
  remove: () => Promise<unknown>;
  /** Where the record is kept, and the lists it is in. */
  record: QueryKey;
  lists: QueryKey[];
  onDone: () => void;
}

/** Deletes a record after asking; whether it may go, the service says. */
export function DeleteRecord({ label, title, content, deleted, referred, remove, record, lists, onDone }: DeleteRecordProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      client.removeQueries({ queryKey: record });
      void message.success(deleted);
      onDone();
    },
    onError: (error) => {
      const stays = error instanceof ProblemError && error.code === 'reference';
      void message.error((stays && referred) || problemText(error));
      void client.invalidateQueries({ queryKey: record });
    },
    onSettled: () => {
      for (const queryKey of lists) void client.invalidateQueries({ queryKey });
    },
  });
  const ask = async () => {
    if (await confirm({ title, content, doIt: label, danger: true })) mutate();
  };
  return (
    <Tooltip title={label}>
      <button type="button" className="icon-button" aria-label={label} disabled={isPending} onClick={() => void ask()}>
        <Trash2 size={16} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
